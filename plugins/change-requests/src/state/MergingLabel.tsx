import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChangeRequest } from '@internal/plugin-change-requests-common';
import { StatusLabel, StatusTone } from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiGitMergeLine,
  RiQuestionLine,
} from '@remixicon/react';
import { changeRequestsTranslationRef } from '../translation';

type Merging = NonNullable<ChangeRequest['pullRequest']>['merging'];

const looks: Record<
  NonNullable<Merging> | 'unread',
  { tone: StatusTone; shape: RemixiconComponentType }
> = {
  clean: { tone: 'positive', shape: RiGitMergeLine },
  conflict: { tone: 'warning', shape: RiAlertLine },
  unknown: { tone: 'neutral', shape: RiQuestionLine },
  unread: { tone: 'neutral', shape: RiQuestionLine },
};

/** Whether a pull request can be merged as it is, in words and shape. */
export function MergingLabel({ merging }: { merging: Merging }) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const key = merging ?? 'unread';
  return <StatusLabel {...looks[key]}>{t(`merging.${key}`)}</StatusLabel>;
}
