import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Reading } from '@internal/plugin-ceph-common';
import { SmallText } from '@internal/portal-ui';
import { ReactNode } from 'react';
import { cephTranslationRef } from '../translation';

/** A value that was read, or in words why there is none. */
export function ReadingText<T>(props: {
  reading: Reading<T>;
  children: (value: T) => ReactNode;
}) {
  const { reading, children } = props;
  const { t } = useTranslationRef(cephTranslationRef);
  return reading.known ? (
    <>{children(reading.value)}</>
  ) : (
    <SmallText>{t(`sources.unread.${reading.reason}`)}</SmallText>
  );
}
