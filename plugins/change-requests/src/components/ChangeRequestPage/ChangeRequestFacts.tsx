import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChangeRequestDetail } from '@internal/plugin-change-requests-common';
import { EntityLink, Fact, FactList, RelativeTime } from '@internal/portal-ui';
import { ChecksLabel } from '../../state/ChecksLabel';
import { ContentLabel } from '../../state/ContentLabel';
import { isOpen } from '../../state/isOpen';
import { MergingLabel } from '../../state/MergingLabel';
import { changeRequestsTranslationRef } from '../../translation';
import { AppLinks } from './AppLinks';

/** Who asked for what, where, and how old the knowledge of it is. */
export function ChangeRequestFacts(props: { request: ChangeRequestDetail }) {
  const { request } = props;
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const { pullRequest, template } = request;
  return (
    <FactList>
      <Fact name={t('detail.facts.requester')}>
        <EntityLink entityRef={request.requester} />
      </Fact>
      <Fact name={t('detail.facts.apps')}>
        <AppLinks apps={request.apps} state={request.state} />
      </Fact>
      <Fact name={t('detail.facts.platform')}>
        <bdi>{request.platform}</bdi>
      </Fact>
      {template && (
        <Fact name={t('detail.facts.template')}>
          <bdi>
            {template.name} {template.version}
          </bdi>
        </Fact>
      )}
      <Fact name={t('detail.facts.requestedAt')}>
        <RelativeTime value={request.createdAt} />
      </Fact>
      {pullRequest && (
        <Fact name={t('detail.facts.branch')}>
          <code dir="ltr">{pullRequest.branch}</code>
        </Fact>
      )}
      {pullRequest && (
        <Fact name={t('detail.facts.content')}>
          <ContentLabel content={pullRequest.content} />
        </Fact>
      )}
      {pullRequest && isOpen(request.state) && (
        <Fact name={t('detail.facts.checks')}>
          <ChecksLabel checks={pullRequest.checks} />
        </Fact>
      )}
      {pullRequest && isOpen(request.state) && (
        <Fact name={t('detail.facts.merging')}>
          <MergingLabel merging={pullRequest.merging} />
        </Fact>
      )}
      <Fact name={t('detail.facts.baseCommit')}>
        <ShortCommit commit={request.baseCommit} />
      </Fact>
      {pullRequest?.mergeCommit && (
        <Fact name={t('detail.facts.mergeCommit')}>
          <ShortCommit commit={pullRequest.mergeCommit} />
        </Fact>
      )}
      <Fact name={t('detail.facts.observedAt')}>
        {request.observedAt ? (
          <RelativeTime value={request.observedAt} />
        ) : (
          t('detail.facts.notObserved')
        )}
      </Fact>
    </FactList>
  );
}

function ShortCommit({ commit }: { commit: string }) {
  return (
    <code dir="ltr" title={commit}>
      {commit.slice(0, 10)}
    </code>
  );
}
