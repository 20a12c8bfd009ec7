import { inkFor, type Output, plainInk } from '../local/terminal/ink.ts';
import type { Page } from '../local/terminal/paint.ts';
import { refuse } from '../refusal.ts';
import { check } from './check.ts';
import { collisions } from './collisions.ts';
import { diff } from './diff.ts';
import { lines } from './lines.ts';
import { printFingerprint } from './print-fingerprint.ts';
import { schemas } from './schemas.ts';
import { show } from './show.ts';
import { sources } from './sources.ts';
import type { Desk, Printed } from './verb.ts';
import { verify } from './verify.ts';

/** The curators' commands, behind `npm run knowledge --`. */
const verbs = [check, schemas, printFingerprint, show, lines, sources, diff, verify, collisions];

/** What each of them is told. */
export const usages: readonly string[] = verbs.map(({ usage }) => usage);

/** A terminal's own width and letters; a pipe gets letters alone, in lines of any length. */
export const pageFor = (output: Output): Page =>
  output.isTTY ? { ink: inkFor(output), width: widthOf(output) } : plain;

const plain: Page = { ink: plainInk };

/** Longer lines are hard to read, however wide the terminal; in shorter ones nothing fits beside the labels. */
const WIDEST = 110;
const NARROWEST = 60;

/** Some terminals say that they are 0 wide, and mean that they do not know. */
const widthOf = ({ columns }: Output): number => Math.max(NARROWEST, Math.min(columns || WIDEST, WIDEST));

/** Runs one of them; what it prints, and whether all was well. Refuses a command that there is not. */
export const knowledge = async (
  [name, ...words]: readonly string[],
  place: Omit<Desk, 'page'>,
  page: Page = plain,
): Promise<Printed> => {
  const verb =
    verbs.find(({ usage }) => usage.split(' ')[0] === name) ??
    refuse(`There is no "knowledge ${name ?? ''}". There are: ${usages.join(' · ')}`);
  return verb.run(words, { ...place, page });
};
