import { describeCertificate } from './describeCertificate';

const now = new Date('2026-03-01T10:00:00Z');
const day = 24 * 60 * 60 * 1000;

const describe = (roles: string[], daysLeft: number, life = 365) =>
  describeCertificate(
    {
      endpoints: [],
      authority: '',
      certificate: '',
      key: '',
      roles,
      validFrom: new Date(now.getTime() + (daysLeft - life) * day),
      expiresAt: new Date(now.getTime() + daysLeft * day),
    },
    now,
  ).warning;

it('warns of too many rights and of the end', () => {
  expect(describe(['os:reader'], 100)).toBeUndefined();
  expect(describe(['os:admin'], 100)).toMatch(/os:admin.*needs os:reader only/);
  expect(describe([], 100)).toMatch(/no role/);
  expect(describe(['os:reader'], 13)).toMatch(/expires on 2026-03-14/);
  // Those that Talos mounts and renews by itself live for six hours.
  expect(describe(['os:reader'], 0.2, 0.25)).toBeUndefined();
});
