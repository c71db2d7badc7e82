const numbers = [2, 3, 4, 5, 6, 7, 8, 9];

/** The first of a name and its numbered forms that is free; the name itself where none is. */
export function freeName(
  nameOf: (number?: number) => string,
  isTaken: (name: string) => boolean,
): string {
  const usual = nameOf();
  const names = [usual, ...numbers.map(number => nameOf(number))];
  return names.find(name => !isTaken(name)) ?? usual;
}
