#pragma once

#include "core/system/Descriptor.h"

namespace atelier::jobd {

/// The socket in the attempt's folder over which its owner, and nobody else, cancels the job.
class ControlSocket
{
public:
    enum class Request { None, Cancel };

    explicit ControlSocket(int folder);

    /// Answers one caller and says what was asked.
    [[nodiscard]] Request serve() const;

    [[nodiscard]] int descriptor() const { return m_socket.number(); } ///< -1 when it could not be made

private:
    Descriptor m_socket;
};

} // namespace atelier::jobd
