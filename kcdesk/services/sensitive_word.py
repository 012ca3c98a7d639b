"""Words about health and crime: small lists, to point at what somebody should read once more.

Such data about a person may hardly ever be published (GDPR articles 9 and 10; lag 2018:218, 3
kap). A word is given by how it begins; one led by ``*`` is also found at the end of a compound
("alkoholmissbruk"). They are hints, so they are few and rarely wrong.
"""

from __future__ import annotations

HEALTH = (
    *("*diagnos", "sjukdom", "sjukskriv", "sjukersätt", "*cancer", "tumör", "*demens", "alzheimer"),
    *("depression", "deprimera", "utmattning", "utbränd", "ångest", "*psykos", "psykiatri"),
    *("psykisk", "schizofren", "bipolär", "autism", "adhd", "asperger", "självmord", "suicid"),
    *("självskade", "ätstör", "anorexi", "*missbruk", "alkoholist", "beroendevård", "drogberoende"),
    *("funktionsned", "funktionshind", "utvecklingsstör", "rullstolsbur", "gravid", "abort"),
    *("missfall", "hivsmitt", "hiv-", "hepatit", "epilep", "stroke", "hjärtinfarkt", "diabet"),
    *("läkarintyg", "patientjournal", "sjukjournal", "tvångsvård", "sviktande hälsa"),
    *("diagnosis", "illness", "sick leave", "addict", "pregnan", "disabilit", "suicide"),
)

CRIME = (
    *("brottslig", "brottsmiss", "brottsutred", "brottet", "brotten", "mutbrott", "våldsbrott"),
    *("sexualbrott", "narkotikabrott", "åtal", "polisanmäl", "polisutred", "förundersök"),
    *(
        "misstänkt för",
        "dömd",
        "dömts",
        "fälld för",
        "fängelse",
        "häkt",
        "anhållen",
        "kriminalvård",
    ),
    *(
        "kriminalvård",
        "kriminell",
        "stöld",
        "snatteri",
        "inbrott",
        "*misshandel",
        "misshandla",
        "våldtäkt",
    ),
    *("rattfyll", "bedrägeri", "förskingring", "olaga hot", "skyddstillsyn", "belastningsregist"),
    *("crime", "criminal", "convicted", "prosecut", "police report", "embezzle"),
)
