#pragma once

#include <string>

namespace atelier {

/// What a caller may do. Run is a running job's own token: it reads, and writes its own run alone.
enum class Role { Run, Reader, Contributor, Owner };

/// Who makes a request, as the service found out; nothing of it is the caller's own word.
struct Caller
{
    Role role = Role::Reader;
    std::string user; ///< login name, for the record of who did what
    std::string job; ///< Role::Run: the only run that may be written
};

} // namespace atelier
