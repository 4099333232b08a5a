#include "core/execution/StepReuse.h"

#include "core/storage/Database.h"
#include "core/storage/StepCacheRepository.h"
#include "tests/core/execution/ScheduledWorkspace.h"

#include <gtest/gtest.h>

using namespace atelier;
using test::pipelineJob;

namespace {

/// `old-1` completed with its file and is found under its key; `new-1` would make the same.
class StepReuse : public testing::Test
{
protected:
    StepReuse()
    {
        workspace.submit(pipelineJob("old", {{"clean"}}));
        workspace.submit(pipelineJob("new", {{"clean"}}));
        file = workspace.outputPath("old-1", "out");
        test::write(file, "rows");
        workspace.run("UPDATE job SET status = 'Completed' WHERE name = 'old-1';");
        const auto put = workspace.writer().run([&](WriteContext &context) {
            return StepCacheRepository::put(
                context.database(), workspace.row("old-1").cacheKey, workspace.row("old-1").id);
        });
        EXPECT_TRUE(put);
    }

    /// The name of the job that serves, or "".
    std::string served(const JobRow &step)
    {
        const auto found
            = workspace.readers().read([&](Database &database) { return findReusable(database, step); });
        EXPECT_TRUE(found);
        return found && *found ? (*found)->name : std::string();
    }

    test::ScheduledWorkspace workspace; // its scheduler never starts
    std::filesystem::path file;
};

} // namespace

TEST_F(StepReuse, TheStepThatMadeTheSameServes)
{
    EXPECT_EQ(served(workspace.row("new-1")), "old-1");
}

TEST_F(StepReuse, AnotherKeyIsServedByNobody)
{
    JobRow step = workspace.row("new-1");
    step.cacheKey = std::string(64, '0');
    EXPECT_EQ(served(step), "");
    step.cacheKey.clear();
    EXPECT_EQ(served(step), "");
}

TEST_F(StepReuse, AJobOfItsOwnIsServedByNobody)
{
    JobRow step = workspace.row("new-1");
    step.parentId.reset();
    EXPECT_EQ(served(step), "");
}

TEST_F(StepReuse, OutputsThatAreGoneServeNobody)
{
    std::filesystem::remove(file);
    EXPECT_EQ(served(workspace.row("new-1")), "");
}

TEST_F(StepReuse, AStepThatIsNotCompletedServesNobody)
{
    for (const char *status : {"Failed", "Canceled", "Running"}) {
        workspace.run("UPDATE job SET status = '" + std::string(status) + "' WHERE name = 'old-1';");
        EXPECT_EQ(served(workspace.row("new-1")), "") << status;
    }
}

TEST_F(StepReuse, ADeletedStepServesNobody)
{
    workspace.run("UPDATE job SET lifecycle = 'deleted' WHERE name = 'old-1';");
    EXPECT_EQ(served(workspace.row("new-1")), "");
}
