import { formatMarkers, parseMarkers } from './markers';

const markers = { intentKey: 'a'.repeat(64), baseCommit: 'b'.repeat(40) };
const [intentLine, baseLine] = formatMarkers(markers).split('\n');

it('finds its own markers between other lines', () => {
  expect(
    parseMarkers(`a title\n\n${formatMarkers(markers)}\nand more`),
  ).toEqual(markers);
});

it.each([
  ['no marker', 'a title'],
  ['the intent alone', intentLine],
  ['the base alone', baseLine],
  ['an intent inside a line', `see ${intentLine}\n${baseLine}`],
  ['a base inside a line', `${intentLine}\nsee ${baseLine}`],
  ['an intent that goes on', `${intentLine}0\n${baseLine}`],
  ['a base that goes on', `${intentLine}\n${baseLine} `],
])('takes %s for none', (_, text) => {
  expect(parseMarkers(text)).toBeUndefined();
});
