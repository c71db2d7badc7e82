import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';

const rightToLeft = new Set(['ar']);

/** Tells the document, and with it assistive technology, language and direction. */
export function DocumentLanguage() {
  const languageApi = useApi(appLanguageApiRef);
  useEffect(() => {
    const apply = (language: string) => {
      document.documentElement.lang = language;
      document.documentElement.dir = rightToLeft.has(language) ? 'rtl' : 'ltr';
    };
    apply(languageApi.getLanguage().language);
    const subscription = languageApi
      .language$()
      .subscribe(({ language }) => apply(language));
    return () => subscription.unsubscribe();
  }, [languageApi]);
  return null;
}
