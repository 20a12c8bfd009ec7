import { abstention, type Figures, figures, type Share } from './figures.ts';
import { bootstrap, type Interval, quantile, wilson } from './interval.ts';
import { kinds } from './question.ts';
import type { Sat } from './sit.ts';
import { decimal, table } from './table.ts';

const headings = [
  'questions',
  'right first %',
  'any %',
  'nearest %',
  'wrong %',
  'false answers',
  'asked back',
  'abstains: P',
  'R',
  'F1',
  'p50 ms',
  'p99 ms',
];

/** A row for each list of marked questions, by name; with 95 % intervals. */
export const reportTable = (title: string, of: ReadonlyMap<string, readonly Sat[]>): string =>
  table(
    [title, ...headings],
    [...of].map(([name, sat]) => [name, ...cells(sat)]),
  );

const cells = (sat: readonly Sat[]): string[] => {
  const marks = sat.map(({ mark }) => mark);
  const so = figures(marks);
  const times = sat.map(({ ms }) => ms);
  const f1 = bootstrap(marks, (drawn) => abstention(drawn).f1);
  return [
    String(so.questions),
    percent(so.rightFirst) + between(wilson(so.rightFirst), 100, 0),
    percent(so.any),
    percent(so.nearest),
    percent(so.wrong) + between(wilson(so.wrong), 100, 1),
    counted(so.falseAnswers),
    counted(so.askedBack),
    decimal(so.abstention.precision, 2),
    decimal(so.abstention.recall, 2),
    decimal(so.abstention.f1, 3) + between(f1, 1, 2),
    decimal(quantile(times, 0.5), 2),
    decimal(quantile(times, 0.99), 2),
  ];
};

const percent = ({ is, of }: Share): string => decimal((100 * is) / of, 1);

const counted = ({ is, of }: Share): string => (of === 0 ? '–' : `${is}/${of}`);

const between = ({ low, high }: Interval, by: number, digits: number): string =>
  Number.isFinite(low) ? ` [${decimal(low * by, digits)}–${decimal(high * by, digits)}]` : '';

/** By kind, and all of them together. */
export const byKind = (sat: readonly Sat[]): Map<string, Sat[]> => {
  const groups = Map.groupBy(sat, ({ question }) => question.kind);
  return new Map([
    ...kinds.flatMap((kind) => {
      const some = groups.get(kind);
      return some === undefined ? [] : [[kind, some] as const];
    }),
    ['all', [...sat]] as const,
  ]);
};

/** What each gets right first and wrong of each kind, side by side: `57.1 · 4.2`. */
export const sideBySide = (title: string, of: ReadonlyMap<string, readonly Sat[]>): string => {
  const kindsOf = [...of].map(([name, sat]) => [name, byKind(sat)] as const);
  const cell = (sat: readonly Sat[] = []) => {
    const { rightFirst, wrong } = figures(sat.map(({ mark }) => mark));
    return `${percent(rightFirst)} · ${percent(wrong)}`;
  };
  const [, first] = kindsOf[0] ?? [];
  const rows = [...(first?.keys() ?? [])].map((kind) => [
    kind,
    ...kindsOf.map(([, sat]) => cell(sat.get(kind))),
  ]);
  return table([title, ...of.keys()], rows);
};

/** The same figures for a program. */
export const figuresByKind = (sat: readonly Sat[]): Record<string, Figures & { p50: number; p99: number }> =>
  Object.fromEntries(
    [...byKind(sat)].map(([kind, some]) => {
      const times = some.map(({ ms }) => ms);
      const so = figures(some.map(({ mark }) => mark));
      return [kind, { ...so, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }];
    }),
  );
