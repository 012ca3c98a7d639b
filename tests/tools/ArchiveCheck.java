import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF whether files keep PDF/A-2a and PDF/UA-1. Exit code 1 if any does not.
 *
 * The jar that holds the engine has no JAXB, so the profiles' XML is read with DOM.
 */
public final class ArchiveCheck {
  private static final Map<String, String> PROFILES =
      Map.of("2a", "PDFA-2A.xml", "ua1", "PDFUA-1.xml");

  public static void main(String[] files) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    boolean all = true;
    for (String file : files) {
      for (String flavour : List.of("2a", "ua1")) {
        all &= keeps(file, flavour);
      }
    }
    System.exit(all ? 0 : 1);
  }

  private static boolean keeps(String file, String name) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.fromString(name);
    try (InputStream input = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(input, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile(name, flavour), false)) {
      ValidationResult result = validator.validate(parser);
      System.out.printf(
          "%s %-3s %s (%d checks)%n",
          result.isCompliant() ? "keeps " : "BREAKS", name, file, result.getTotalAssertions());
      Map<String, String> broken = new TreeMap<>();
      for (TestAssertion each : result.getTestAssertions()) {
        if (each.getStatus() != TestAssertion.Status.PASSED) {
          String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
          broken.putIfAbsent(rule, each.getMessage());
        }
      }
      broken.forEach((rule, message) -> System.out.println("    " + rule + "  " + message));
      return result.isCompliant();
    }
  }

  private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
    String path = "/org/verapdf/pdfa/validation/" + PROFILES.get(name);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root;
    try (InputStream xml = ArchiveCheck.class.getResourceAsStream(path)) {
      root = factory.newDocumentBuilder().parse(xml).getDocumentElement();
    }
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element each : named(root, "rule")) {
      rules.add(rule(each));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element each : named(root, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              each.getAttribute("name"),
              each.getAttribute("object"),
              text(each, "defaultValue"),
              text(each, "value")));
    }
    return Profiles.profileFromValues(
        flavour,
        Profiles.profileDetailsFromValues(path, path, "veraPDF", new Date(0)),
        "",
        rules,
        variables);
  }

  private static Rule rule(Element element) {
    Element id = named(element, "id").get(0);
    Element error = named(element, "error").get(0);
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element each : named(error, "argument")) {
      String name = each.hasAttribute("name") ? each.getAttribute("name") : null;
      arguments.add(ErrorArgumentImpl.fromValues(each.getTextContent().trim(), name, null));
    }
    Boolean deferred =
        element.hasAttribute("deferred") ? Boolean.valueOf(element.getAttribute("deferred")) : null;
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        element.getAttribute("object"),
        deferred,
        element.getAttribute("tags"),
        text(element, "description"),
        text(element, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments),
        new ArrayList<>());
  }

  private static List<Element> named(Element element, String name) {
    NodeList found = element.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) {
      elements.add((Element) found.item(at));
    }
    return elements;
  }

  private static String text(Element element, String name) {
    List<Element> found = named(element, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
  }
}
