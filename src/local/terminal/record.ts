import { type FileHandle, open, unlink } from 'node:fs/promises';
import { Document, isCollection, isPair, isScalar, visit } from 'yaml';
import { buttonsOf } from '../message.ts';
import { type Expectation, replyKinds, type Script, type Step } from '../script.ts';
import type { Deed } from './intent.ts';
import type { Turn } from './turn.ts';

/** What keeps a recording from being begun, in a sentence for whoever asked for it. */
export class CannotRecord extends Error {}

/** Opens a new file for a recording before anything is said, so that nothing is said in vain. */
export const newFile = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'wx');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new CannotRecord(`${path} is there already. Record into a new file, or delete that one first.`);
    throw new CannotRecord(
      `${path} cannot be written${code === 'ENOENT' ? ': its folder is not there' : ''}.`,
    );
  }
};

/** Writes what was done as a scripted chat and closes the file; a recording of nothing leaves no file. */
export const save = async (path: string, file: FileHandle, turns: readonly Turn[]): Promise<void> => {
  const text = scriptText(turns);
  await file.writeFile(text);
  await file.close();
  if (text === '') await unlink(path);
};

/** A scripted chat of these turns with everything that came of them, for its author to trim. */
export const scriptText = (turns: readonly Turn[]): string => {
  const steps = turns.flatMap(stepsOf);
  if (steps.length === 0) return '';
  const cast = Object.fromEntries(
    [...new Set(turns.map(({ by }) => by))].map((name) => [
      name,
      name.endsWith('moderator') ? ({ is: 'moderator' } as const) : {},
    ]),
  );
  const script: Script = { title: 'what this conversation shows', cast, steps };
  const document = new Document(script);
  document.commentBefore = ' yaml-language-server: $schema=../../schemas/conversation.json';
  visit(document, { Collection: inOneLine });
  return document.toString({ lineWidth: 110, flowCollectionPadding: false });
};

/** The cast, and lists of ids, stand on one line each. */
const inOneLine = (key: unknown, node: unknown, path: readonly unknown[]): void => {
  const owner = path.at(-1);
  const name = isPair(owner) && isScalar(owner.key) ? owner.key.value : key;
  if (isCollection(node) && ['cast', 'facts', 'cites', 'offers'].includes(String(name))) node.flow = true;
};

/** What a script cannot tell (a number without a button, a mention without words) is left out. */
const stepsOf = (turn: Turn): Step[] => {
  const did = deedOf(turn);
  return did === undefined ? [] : [{ by: turn.by, ...did, expect: expectationOf(turn) }];
};

const deedOf = ({
  deed,
  label,
  chosen,
}: Turn): Pick<Step, 'say' | 'to' | 'press' | 'choose' | 'fill'> | undefined => {
  switch (deed.is) {
    case 'command':
      return { say: lineOf(deed), ...(deed.where === 'dm' && { to: 'dm' }) };
    case 'message':
      return deed.text === '' ? undefined : { say: deed.text, to: deed.to };
    case 'press':
    case 'choose':
      if (label !== undefined) return { press: label };
      return chosen === undefined || chosen.length === 0 ? undefined : { choose: [...chosen] };
    case 'fill':
      return {
        fill: Object.fromEntries(Object.entries(deed.fields).map(([id, value]) => [id, String(value)])),
      };
    default:
      return deed satisfies never;
  }
};

/** As somebody would type it: a question needs no name, unless it could be taken for one. */
const lineOf = ({ line, options }: Extract<Deed, { is: 'command' }>): string => {
  const [only, ...others] = Object.entries(options);
  const isQuestion =
    only !== undefined && others.length === 0 && line === 'ask' && !/:/.test(String(only[1]));
  if (isQuestion) return `/ask ${only[1]}`;
  return [`/${line}`, ...Object.entries(options).map(([name, value]) => `${name}:${value}`)].join(' ');
};

const expectationOf = (turn: Turn): Expectation => {
  if ('stopped' in turn) return { stopped: turn.stopped };
  const { outcome, observed } = turn;
  const { message, edited, form } = outcome;
  if (form) return { opens: form.title };
  if (!message) return { kind: 'none' };
  const { topic, facts = [], citations = [], offers = [] } = observed ?? {};
  const kind = replyKinds.find((one) => one === observed?.kind);
  const cites = [...new Set(citations.map(({ statement }) => statement))];
  const buttons = buttonsOf(message).map(({ label }) => label);
  return {
    ...(message.visibleTo !== 'everyone' && { to: turn.by }),
    ...(kind && { kind }),
    ...(topic !== undefined && { topic }),
    ...(facts.length > 0 && { facts: [...facts] }),
    ...(cites.length > 0 && { cites }),
    ...(offers.length > 0 && { offers: [...offers] }),
    ...(buttons.length > 0 && { buttons }),
    ...(edited && { edits: true }),
  };
};
