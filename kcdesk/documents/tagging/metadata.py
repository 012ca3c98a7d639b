"""What the file says about itself: the title shown, its language, and which standards it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from reportlab.pdfbase import pdfdoc

PRODUCER = "kcdesk"
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)  # xml.sax would load a web client


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, author (the organisation) and subject, language tag, and the instant of the data."""

    title: str
    author: str = ""
    subject: str = ""
    language: str = "sv-SE"
    created: datetime = datetime(2000, 1, 1, tzinfo=UTC)


class FixedInstant:
    """Stands in for reportlab's clock, so that the same data gives the same bytes."""

    def __init__(self, instant: datetime) -> None:
        instant = instant.astimezone(UTC)
        self.t = int(instant.timestamp())
        self.YMDhms = tuple(instant.timetuple())[:6]
        self.dhh = self.dmm = 0  # hours and minutes from UTC


def add_metadata(document: pdfdoc.PDFDocument, metadata: Metadata) -> None:
    """Fill the information dictionary and the XMP packet with the same facts."""
    document.info.title = metadata.title
    document.info.author = metadata.author
    document.info.subject = metadata.subject
    document.info.creator = document.info.producer = PRODUCER
    document.Catalog.Metadata = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
        ),
        content=xmp(metadata),
        filters=[],
    )


def xmp(metadata: Metadata) -> bytes:
    """Return the XMP packet with the identifiers of PDF/A-2a and PDF/UA-1."""
    instant = metadata.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    return _PACKET.format(
        title=_escaped(metadata.title),
        author=_escaped(metadata.author),
        subject=_escaped(metadata.subject),
        language=_escaped(metadata.language),
        instant=instant,
        producer=PRODUCER,
        begin="\ufeff",
    ).encode()


# Nobody is to write into it, so it has no room to grow ("r", XMP part 1, 7.3.2).
# The identifier of PDF/UA is not among PDF/A's own properties, so a schema must describe it.
_PACKET = """\
<?xpacket begin="{begin}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{instant}</xmp:CreateDate><xmp:ModifyDate>{instant}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)
