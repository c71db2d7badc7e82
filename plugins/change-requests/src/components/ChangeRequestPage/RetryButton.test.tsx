import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen, waitFor } from '@testing-library/react';
import { changeRequestsApiRef } from '../../api/ChangeRequestsApi';
import { RetryButton } from './RetryButton';

it('is not there for those who may not retry', async () => {
  const authorize = jest.fn<AuthorizeResult.DENY, []>(
    () => AuthorizeResult.DENY,
  );
  renderInTestApp(
    <>
      <p>frame</p>
      <RetryButton id="one" onRetried={() => undefined} />
    </>,
    { apis: [[changeRequestsApiRef, {}], mockApis.permission({ authorize })] },
  );
  expect(await screen.findByText('frame')).toBeVisible();
  await waitFor(() => expect(authorize).toHaveBeenCalled());
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
