#include "core/client/PlacedErrors.h"

namespace atelier {

std::vector<Error> placedErrors(std::vector<Error> errors, const Node &tree)
{
    for (Error &error : errors)
        if (error.location.line == 0 && !error.location.path.empty())
            error.location = locate(tree, error.location.path);
    return errors;
}

} // namespace atelier
