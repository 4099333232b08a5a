#pragma once

namespace atelier {

/// The service of a workspace, as it describes itself.
struct ServiceDescription
{
    int port = 0; ///< on 127.0.0.1, for MLflow's clients; 0 where it is not known
};

} // namespace atelier
