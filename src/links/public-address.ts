import ipaddr from 'ipaddr.js';

/** Addresses that are public by their range, and lead into a cloud's own machinery. */
const machinery: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether an address of the network belongs to everybody: not to this machine, its neighbours, a provider's inner network
 * or a purpose of its own. What is written as an older address inside a newer one is judged by the older one.
 */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const read = ipaddr.process(address);
  if (read.range() !== 'unicast' || machinery.has(read.toString())) return false;
  // Of the newer ones, only the part that is given out to the world.
  return read.kind() === 'ipv4' || ((read.toByteArray()[0] ?? 0) & 0b1110_0000) === 0b0010_0000;
};
