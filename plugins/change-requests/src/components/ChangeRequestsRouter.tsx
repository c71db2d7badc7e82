import { PageLayout, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiGitPullRequestLine } from '@remixicon/react';
import { Route, Routes } from 'react-router-dom';
import { changeRequestsTranslationRef } from '../translation';
import { ChangeRequestPage } from './ChangeRequestPage';
import { ChangeRequestsPage } from './ChangeRequestsPage';

/** The list, and below it each request. */
export function ChangeRequestsRouter() {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  return (
    <PageLayout title={t('page.title')} icon={<RiGitPullRequestLine />}>
      <Routes>
        <Route path="/" element={<ChangeRequestsPage />} />
        <Route path="/:id" element={<ChangeRequestPage />} />
      </Routes>
    </PageLayout>
  );
}
