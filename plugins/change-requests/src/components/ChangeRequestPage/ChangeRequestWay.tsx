import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { ChangeRequestDetail } from '@internal/plugin-change-requests-common';
import {
  RemixiconComponentType,
  RiCheckLine,
  RiCircleLine,
  RiCloseLine,
  RiMoreLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import { Step, buildSteps } from '../../state/buildSteps';
import { changeRequestsTranslationRef } from '../../translation';
import styles from './ChangeRequestWay.module.css';

const shapes: Record<Step['status'], RemixiconComponentType> = {
  done: RiCheckLine,
  current: RiMoreLine,
  todo: RiCircleLine,
  skipped: RiSkipForwardLine,
  stopped: RiCloseLine,
};

/** A picture of the way from draft to healthy, and how far the request is. */
export function ChangeRequestWay(props: { request: ChangeRequestDetail }) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  return (
    <div className={styles.container}>
      <ol className={styles.root} aria-label={t('way.label')}>
        {buildSteps(props.request).map(({ step, status }) => {
          const Shape = shapes[status];
          const isHere = status === 'current' || status === 'stopped';
          return (
            <li
              key={step}
              className={styles.step}
              data-status={status}
              aria-current={isHere ? 'step' : undefined}
            >
              <span className={styles.mark} aria-hidden="true">
                <Shape />
              </span>
              <span className={styles.name}>
                {t(`state.${step}`)}
                <VisuallyHidden> ({t(`way.${status}`)})</VisuallyHidden>
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
