import type { Rule } from './rule.ts';

/** What follows a question mark mostly tells who sent the reader there. */
const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`;
};

export const addressesOnce: Rule = {
  name: 'addresses-once',
  why: 'one page under two names would pass for two witnesses',
  check: ({ story }) => {
    const first = new Map<string, string>();
    return [...story.sources.values()].flatMap(({ id, url }) => {
      if (url === undefined) return [];
      const place = placeOf(url);
      const other = first.get(place);
      first.set(place, other ?? id);
      return other === undefined
        ? []
        : [
            {
              file: 'sources.yaml',
              at: ['sources', id, 'url'],
              about: id,
              message: `has the address of "${other}"`,
            },
          ];
    });
  },
};
