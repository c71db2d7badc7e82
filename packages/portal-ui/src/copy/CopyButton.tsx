import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { portalUiTranslationRef } from '../translation';
import styles from './CopyButton.module.css';

const shownMilliseconds = 2_000;

/** Puts a text on the clipboard; `name` says which. */
export function CopyButton({ name, text }: { name: string; text: string }) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Without the clipboard's permission the text can still be selected.
    }
  };
  return (
    <>
      <ButtonIcon
        className={styles.copy}
        size="small"
        variant="tertiary"
        icon={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
        aria-label={t('copy.label', { name })}
        onPress={() => void copy()}
      />
      <VisuallyHidden role="status">
        {isCopied ? t('copy.done') : ''}
      </VisuallyHidden>
    </>
  );
}
