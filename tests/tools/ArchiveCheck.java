import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
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
 * Asks veraPDF whether files keep PDF/A-2a and PDF/UA-1: a file name a line comes in; for each
 * standard a line "keeps" or "BREAKS" goes out with the number of checks, an indented line for each
 * rule that is broken, and an empty line at the end of the file's account.
 *
 * The arguments are the standards to ask about. One process answers for any number of files, so
 * that only the first pays for the start. The jar that holds the engine has no JAXB, so the
 * profiles' XML is read with DOM.
 */
public final class ArchiveCheck {
  private static final Map<String, String> FILES =
      Map.of(
          "2a", "PDFA-2A.xml",
          "2b", "PDFA-2B.xml",
          "2u", "PDFA-2U.xml",
          "3a", "PDFA-3A.xml",
          "3u", "PDFA-3U.xml",
          "ua1", "PDFUA-1.xml");
  private static final Map<String, ValidationProfile> PROFILES = new HashMap<>();

  public static void main(String[] flavours) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream output = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String file = input.readLine(); file != null; file = input.readLine()) {
      for (String flavour : flavours) {
        try {
          ask(file, flavour, output);
        } catch (Exception error) { // what cannot be read keeps nothing
          output.printf("BREAKS %s 0%n    unreadable  %s%n", flavour, error);
        }
      }
      output.println();
      output.flush();
    }
  }

  private static void ask(String file, String name, PrintStream output) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.fromString(name);
    ValidationProfile profile = PROFILES.get(name);
    if (profile == null) {
      profile = profile(name, flavour);
      PROFILES.put(name, profile);
    }
    try (InputStream input = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(input, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      String word = result.isCompliant() ? "keeps" : "BREAKS";
      output.printf("%s %s %d%n", word, name, result.getTotalAssertions());
      Map<String, String> broken = new TreeMap<>();
      for (TestAssertion each : result.getTestAssertions()) {
        if (each.getStatus() != TestAssertion.Status.PASSED) {
          String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
          broken.putIfAbsent(rule, each.getMessage());
        }
      }
      broken.forEach(
          (rule, message) ->
              output.println("    " + rule + "  " + message.replaceAll("\\s+", " ")));
    }
  }

  private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
    String path = "/org/verapdf/pdfa/validation/" + FILES.get(name);
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
