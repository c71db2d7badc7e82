import { Route, Routes } from 'react-router-dom';
import { NodePage } from './NodePage/NodePage';
import { NodesPage } from './NodesPage/NodesPage';

/** The fleet, and below it each machine. */
export function NodesRouter() {
  return (
    <Routes>
      <Route path="/" element={<NodesPage />} />
      <Route path="/:platform/:cluster/:name/*" element={<NodePage />} />
    </Routes>
  );
}
