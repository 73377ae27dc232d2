import type { SourceRecord } from "../source.ts";

export const humanitarianSources: readonly SourceRecord[] = [
  {
    id: "FTS",
    title: "Financial Tracking Service",
    publisher: "UN Office for the Coordination of Humanitarian Affairs",
    url: "https://fts.unocha.org/",
    licence: "CC-BY-3.0-IGO",
    citation: "OCHA Financial Tracking Service. https://fts.unocha.org/",
    cadence: "every day",
  },
  {
    id: "HPC",
    title: "Humanitarian Programme Cycle Tools",
    publisher: "UN Office for the Coordination of Humanitarian Affairs",
    url: "https://humanitarianaction.info/",
    licence: "CC-BY-3.0-IGO",
    citation: "OCHA, Humanitarian Programme Cycle. https://humanitarianaction.info/",
    cadence: "once a year, with revisions",
  },
  {
    id: "COD_AB",
    title: "Common Operational Datasets: administrative boundaries",
    publisher: "UN Office for the Coordination of Humanitarian Affairs and national statistical and mapping offices",
    url: "https://data.humdata.org/dataset/cod-ab-afg",
    licence: "CC-BY-3.0-IGO",
    citation: "OCHA, Common Operational Datasets, administrative boundaries. https://cod.unocha.org/",
    cadence: "when boundaries change",
  },
];
