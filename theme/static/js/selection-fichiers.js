/** Some lines of one of the directory's tables, byte for byte as the table has them. No page. */

/** The cells of a line: semicolons between them, quotes doubled within quotes. */
function cells(line) {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) => plain ?? quoted.replaceAll('""', '"'));
}

/**
 * The table of those whose cell in the column called `name` is one of `values`, in the order of `values`.
 * It begins with the byte-order mark by which spreadsheets know its letters, as the whole table does.
 */
export function linesOf(text, name, values) {
  const [head, ...lines] = text.replace(/^\ufeff/, "").split("\r\n").filter(Boolean);
  const at = cells(head).indexOf(name);
  const byValue = new Map(lines.map((line) => [cells(line)[at], line]));
  const kept = values.flatMap((value) => byValue.get(value) ?? []);
  return `\ufeff${[head, ...kept].join("\r\n")}\r\n`;
}
