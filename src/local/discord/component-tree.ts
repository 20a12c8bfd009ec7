import type { z } from 'zod';
import { complaint } from './form.ts';

/** What any component may carry that matters to us, whatever its type. */
export type Node = {
  id?: number | undefined;
  type: number;
  custom_id?: string | undefined;
  content?: string | undefined;
  components?: Node[] | undefined;
  accessory?: Node | undefined;
  component?: Node | undefined;
};

/** Every component with its place, the outer before the inner. */
export function* everyComponent(
  nodes: readonly Node[],
  at: readonly PropertyKey[] = [],
): Generator<{ node: Node; at: readonly PropertyKey[] }> {
  for (const [index, node] of nodes.entries()) {
    const here = [...at, index];
    yield { node, at: here };
    yield* everyComponent(node.components ?? [], [...here, 'components']);
    for (const part of ['accessory', 'component'] as const) {
      const inner = node[part];
      if (inner === undefined) continue;
      yield { node: inner, at: [...here, part] };
    }
  }
}

/** Reports every custom id that an earlier component already has. */
export function customIdsOnce(nodes: readonly Node[], ctx: z.core.$RefinementCtx, at: PropertyKey[]): void {
  const seen = new Set<string>();
  for (const { node, at: place } of everyComponent(nodes, at)) {
    if (node.custom_id === undefined) continue;
    const message = 'Component custom id cannot be duplicated';
    if (seen.has(node.custom_id)) {
      ctx.addIssue(complaint('COMPONENT_CUSTOM_ID_DUPLICATED', message, [...place, 'custom_id']));
    }
    seen.add(node.custom_id);
  }
}

/** The components with an id on each, as Discord numbers those that came without. */
export function numbered<Component extends Node>(components: readonly Component[]): Component[] {
  const copy = structuredClone(components) as Component[];
  const nodes = [...everyComponent(copy)].map(({ node }) => node);
  const taken = new Set(nodes.map((node) => node.id));
  let next = 1;
  for (const node of nodes) {
    if (node.id !== undefined && node.id !== 0) continue;
    while (taken.has(next)) next += 1;
    node.id = next++;
  }
  return copy;
}
