#include "app/jobd/AttemptClaim.h"
#include "app/jobd/Supervisor.h"

#include <cstdlib>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

/// atelier-jobd FOLDER [--notify FD]: supervises the attempt that FOLDER/launch describes. Says "R" on FD
/// when it runs.
int main(int argc, char **argv)
{
    using namespace atelier;
    constexpr std::string_view usage = "usage: atelier-jobd ATTEMPT-FOLDER [--notify FD]\n";
    if (argc != 2 && !(argc == 4 && std::string_view(argv[2]) == "--notify")) {
        [[maybe_unused]] const ssize_t ignored = write(STDERR_FILENO, usage.data(), usage.size());
        return 64;
    }
    Descriptor notify(argc == 4 ? static_cast<int>(std::strtol(argv[3], nullptr, 10)) : -1);
    if (notify && fcntl(notify.number(), F_SETFD, FD_CLOEXEC) != 0)
        static_cast<void>(notify.release());
    jobd::AttemptClaim claim(argv[1]);
    if (const int refused = claim.take(); refused != 0)
        return refused;
    jobd::Supervisor(claim, std::move(notify)).run();
    return 0;
}
