import { formatRelativeTime } from './formatRelativeTime';

const now = new Date('2026-03-01T12:00:00Z');

it.each([
  ['2026-03-01T11:59:57Z', 'en', 'now'],
  ['2026-03-01T11:59:18Z', 'en', '42 seconds ago'],
  ['2026-03-01T11:57:01Z', 'en', '2 minutes ago'],
  ['2026-02-28T11:00:00Z', 'en', 'yesterday'],
  ['2026-03-01T15:10:00Z', 'en', 'in 3 hours'],
  ['2026-03-01T10:00:00Z', 'fr', 'il y a 2 heures'],
  ['2026-03-01T10:00:00Z', 'ar', 'قبل ساعتين'],
])('says %s in %s as %s', (moment, language, expected) => {
  expect(formatRelativeTime(new Date(moment), now, language)).toBe(expected);
});
