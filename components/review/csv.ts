import type { ScoreLine } from '../live/members.ts';

/** Scores as a spreadsheet opens them: RFC 4180, and no cell that a spreadsheet would take for a formula. */
export function scoresCsv(lines: readonly ScoreLine[]): string {
  const rows = [
    ['Rank', 'Student', 'Points', 'Right', 'Answered', 'Statements'],
    ...lines.map((line) => [line.rank, line.name, line.points, line.correct, line.answered, line.statements]),
  ];
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
