import { expect, test } from 'vitest';
import { isPublicAddress } from '../../src/links/public-address.ts';

test.each([
  ['this machine', '127.0.0.1'],
  ['this machine, elsewhere in its range', '127.255.255.254'],
  ['this network', '0.0.0.0'],
  ['this network, elsewhere in its range', '0.1.2.3'],
  ['private, 10/8', '10.0.0.1'],
  ['private, 172.16/12', '172.31.255.255'],
  ['private, 192.168/16', '192.168.1.1'],
  ['shared by a provider', '100.64.0.1'],
  ['a metadata service in it', '100.100.100.200'],
  ['link-local', '169.254.1.1'],
  ['a metadata service', '169.254.169.254'],
  ['another metadata service', '192.0.0.192'],
  ['the machinery of a cloud', '168.63.129.16'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['for measurements', '198.18.0.1'],
  ['for documentation', '203.0.113.7'],
  ['for documentation, newer', '2001:db8::1'],
  ['this machine, newer', '::1'],
  ['nothing, newer', '::'],
  ['unique-local', 'fd12:3456::1'],
  ['a metadata service in it', 'fd00:ec2::254'],
  ['link-local, newer', 'fe80::1'],
  ['with a zone', 'fe80::1%eth0'],
  ['site-local', 'fec0::1'],
  ['multicast, newer', 'ff02::1'],
  ['private, mapped', '::ffff:10.0.0.1'],
  ['this machine, mapped', '::ffff:7f00:1'],
  ['this machine, compatible', '::127.0.0.1'],
  ['private, translated', '64:ff9b::a00:1'],
  ['private, by 6to4', '2002:a00:1::'],
  ['private, by Teredo', '2001::1'],
  ['outside of what is given out', '4000::1'],
  ['no address', 'localhost'],
  ['no address at all', ''],
])('%s is not public: %s', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);
