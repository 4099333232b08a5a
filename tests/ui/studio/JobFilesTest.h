#pragma once

#include "core/domain/WorkspaceLayout.h"
#include "tests/ui/studio/StudioTest.h"

namespace atelier::ui::test {

/// A studio with a job that has ended, and whose outputs are whatever a test puts there.
class JobFilesTest : public StudioTest
{
protected:
    void SetUp() override
    {
        StudioTest::SetUp();
        submit("job", "true");
        ASSERT_TRUE(waitForStatus("job", JobStatus::Completed));
    }
    /// Of the job's outputs.
    [[nodiscard]] std::filesystem::path file(const std::string &name) const
    {
        return WorkspaceLayout(workspace()).job("job") / "outputs" / name;
    }
};

} // namespace atelier::ui::test
