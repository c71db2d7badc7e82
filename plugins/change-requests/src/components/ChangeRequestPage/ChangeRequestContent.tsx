import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ChangeRequestDetail } from '@internal/plugin-change-requests-common';
import {
  ChangedFiles,
  DiffViewHandle,
  FindingList,
  Section,
} from '@internal/portal-ui';
import { useRef } from 'react';
import { changeRequestsTranslationRef } from '../../translation';
import { ChangeRequestFacts } from './ChangeRequestFacts';
import { ChangeRequestTimeline } from './ChangeRequestTimeline';
import { ChangeRequestWay } from './ChangeRequestWay';
import { FailureNotice } from './FailureNotice';
import { ForgeNotice } from './ForgeNotice';
import { PullRequestLink } from './PullRequestLink';
import { ReviewNotice } from './ReviewNotice';
import { StateLabel } from '../../state/StateLabel';
import styles from './ChangeRequestPage.module.css';

export interface ChangeRequestContentProps {
  request: ChangeRequestDetail;
  /** Called after the user changed the request. */
  onChanged: () => void;
}

/** Everything known of one change request, what matters now first. */
export function ChangeRequestContent(props: ChangeRequestContentProps) {
  const { request, onChanged } = props;
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const files = useRef<DiffViewHandle>(null);
  const paths = request.edits.map(edit => edit.path);

  return (
    <article className={styles.content} aria-labelledby="change-request-title">
      <header className={styles.header}>
        <div className={styles.heading}>
          <Text
            as="h2"
            variant="title-small"
            weight="bold"
            id="change-request-title"
          >
            <bdi>{request.title}</bdi>
          </Text>
          <span role="status">
            <StateLabel state={request.state} />
          </span>
        </div>
        <PullRequestLink pullRequest={request.pullRequest} />
      </header>
      <ChangeRequestWay request={request} />
      <FailureNotice request={request} onChanged={onChanged} />
      <ReviewNotice request={request} />
      <ForgeNotice request={request} />
      <div className={styles.columns}>
        <Section title={t('detail.facts.title')}>
          <ChangeRequestFacts request={request} />
        </Section>
        <Section title={t('detail.timeline')}>
          <ChangeRequestTimeline events={request.timeline} />
        </Section>
      </div>
      <Section title={t('detail.findings')}>
        <FindingList
          findings={request.findings}
          shownFiles={paths}
          onSelectFile={path => files.current?.reveal(path)}
        />
      </Section>
      <Section title={t('detail.changes')}>
        <ChangedFiles ref={files} changes={request.edits} />
      </Section>
    </article>
  );
}
