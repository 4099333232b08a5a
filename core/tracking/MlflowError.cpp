#include "core/tracking/MlflowError.h"

#include <utility>

namespace atelier {

Error invalidParameter(std::string message)
{
    return {ErrorKind::Invalid, "mlflow.INVALID_PARAMETER_VALUE", std::move(message), {}, {}};
}

Error alreadyExists(std::string message)
{
    return {ErrorKind::Conflict, "mlflow.RESOURCE_ALREADY_EXISTS", std::move(message), {}, {}};
}

Error doesNotExist(std::string message)
{
    return {ErrorKind::NotFound, "mlflow.RESOURCE_DOES_NOT_EXIST", std::move(message), {}, {}};
}

Error permissionDenied(std::string message)
{
    return {ErrorKind::Forbidden, "mlflow.PERMISSION_DENIED", std::move(message), {}, {}};
}

Error invalidState(std::string message)
{
    return {ErrorKind::Invalid, "mlflow.INVALID_STATE", std::move(message), {}, {}};
}

} // namespace atelier
