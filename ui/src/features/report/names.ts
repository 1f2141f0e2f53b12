// What a report's file is called.
import type { ReportFormat } from "../../generated/ReportFormat";

const endings: Record<ReportFormat, string> = { html: "html", pdf: "pdf", docx: "docx", xlsx: "xlsx", csv: "csv", markdown: "md", tei: "xml", json: "json" };

/** The story's title without what some system does not take in a name, and the format's ending. */
export function fileName(title: string, format: ReportFormat): string {
  const words = title.replace(/[^\p{L}\p{M}\p{N} ._’'-]+/gu, " ").split(/\s+/);
  const name = [...words.join(" ").trim()].slice(0, 80).join("").replace(/^[. ]+|[. ]+$/g, "");
  return `${name || "Story"}.${endings[format]}`;
}
