/** Gives jsdom media queries on the window's least width. */
export function installMatchMedia(): void {
  window.matchMedia = media => {
    const [, least = '0'] = /min-width: (\d+)px/.exec(media) ?? [];
    const list = Object.assign(new EventTarget(), {
      media,
      matches: window.innerWidth >= Number(least),
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
    window.addEventListener('resize', () =>
      list.dispatchEvent(new Event('change')),
    );
    return list;
  };
}

/** Makes the window as wide as that. */
export function setWindowWidth(pixels: number): void {
  window.innerWidth = pixels;
  window.dispatchEvent(new Event('resize'));
}
