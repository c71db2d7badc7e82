import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { ChangeRequest } from '@internal/plugin-change-requests-common';
import { isWebUrl } from '@internal/portal-ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { changeRequestsTranslationRef } from '../../translation';

/** The way to the pull request on the forge; nothing before there is one. */
export function PullRequestLink(props: {
  pullRequest: ChangeRequest['pullRequest'];
}) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const { pullRequest } = props;
  if (!pullRequest || !isWebUrl(pullRequest.url)) {
    return null;
  }
  return (
    <ButtonLink
      variant="primary"
      href={pullRequest.url}
      target="_blank"
      rel="noopener noreferrer"
      iconEnd={<RiExternalLinkLine aria-hidden="true" />}
    >
      {t('detail.pullRequest', { number: String(pullRequest.number) })}
    </ButtonLink>
  );
}
