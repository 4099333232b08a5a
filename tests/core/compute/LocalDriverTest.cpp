#include "core/compute/LocalDriver.h"

#include "tests/core/compute/DriverContract.h"

namespace atelier::test {
namespace {

struct LocalDriverFactory
{
    static std::unique_ptr<Driver> make(AttemptChanged changed)
    {
        LocalDriverSettings settings;
        settings.supervisor = std::filesystem::path(ATELIER_BINARY_DIR) / "atelier-jobd";
        return std::make_unique<LocalDriver>(settings, std::move(changed));
    }
};

} // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(LocalDriver, DriverContract, LocalDriverFactory);

} // namespace atelier::test
