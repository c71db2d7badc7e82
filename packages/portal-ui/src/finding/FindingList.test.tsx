import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FindingList } from './FindingList';

describe('FindingList', () => {
  it('groups by severity, errors first, and leads to shown files', async () => {
    const onSelectFile = jest.fn();
    renderInTestApp(
      <FindingList
        shownFiles={['k8s/a.yaml']}
        onSelectFile={onSelectFile}
        findings={[
          { code: 'n', severity: 'info', message: 'The volume survives.' },
          {
            code: 'w',
            severity: 'warning',
            message: 'No proxy project.',
            file: 'k8s/a.yaml',
            line: 7,
          },
          {
            code: 'e',
            severity: 'error',
            message: 'The host is taken.',
            fix: 'Choose another host.',
            file: 'k8s/other.yaml',
          },
        ]}
      />,
    );
    const headings = await screen.findAllByRole('heading');
    expect(headings.map(heading => heading.textContent)).toEqual([
      '1 error',
      '1 warning',
      '1 note',
    ]);
    const [error, warning] = screen.getAllByRole('listitem');
    expect(error).toHaveTextContent(
      'ErrorThe host is taken.What to do: Choose another host.k8s/other.yaml',
    );
    expect(within(error).queryByRole('button')).not.toBeInTheDocument();
    await userEvent.click(
      within(warning).getByRole('button', { name: 'k8s/a.yaml:7' }),
    );
    expect(onSelectFile).toHaveBeenCalledWith('k8s/a.yaml');
  });

  it('says so when every check passed', async () => {
    renderInTestApp(<FindingList findings={[]} />);
    expect(await screen.findByText('Every check passed')).toBeVisible();
  });
});
