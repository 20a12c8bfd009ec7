import type { Offered } from './offered.ts';
import type { Turn } from './turn.ts';

/** Why somebody's client did not send what they typed, and what they could type instead. */
export const complaint = (
  turn: Turn & { readonly stopped: string },
  commands: readonly Offered[],
): string => {
  const { deed, stopped } = turn;
  if (deed.is !== 'command') return `${stopped}.`;
  const [name = ''] = deed.line.split(' ');
  const known = commands.find((command) => command.name === name);
  if (known === undefined) {
    const near = nearest(name, commands);
    return `There is no command /${name}. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Type /help to see those there are.'}`;
  }
  if (known.isModerators && turn.by === 'member')
    return `/${name} is for moderators. Type "as moderator" to be one here.`;
  const needed = /needs the option ([\w-]+)$/.exec(stopped)?.[1];
  if (needed !== undefined) return `${stopped}: type /${deed.line} ${needed}:…`;
  if (/has no option [^ ]*$/.test(stopped)) return `${stopped}. ${takes(known)}`;
  return /is (longer|shorter) than \d+$/.test(stopped) ? `${stopped} characters.` : `${stopped}.`;
};

const takes = ({ name, options = [] }: Offered): string =>
  options.length > 0
    ? `It has: ${options.map((option) => `${option.name}:…`).join(' ')}`
    : `/${name} takes nothing more.`;

const nearest = (typed: string, commands: readonly Offered[]): string[] =>
  commands
    .map(({ name }) => ({ name, far: name.startsWith(typed) && typed !== '' ? 0 : unshared(typed, name) }))
    .filter(({ far }) => far <= 2)
    .toSorted((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ name }) => `/${name}`);

/** How many letters of two words have no partner in the other: two for most slips of the finger. */
const unshared = (one: string, other: string): number => {
  const left = [...other];
  const alone = [...one].filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return alone.length + left.length;
};
