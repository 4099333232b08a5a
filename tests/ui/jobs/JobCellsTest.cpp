#include "ui/jobs/JobCells.h"

#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::ui;

TEST(JobCells, ShowTagsSoThatKeyAndValueAreToldApart)
{
    JobSummary job;
    job.tags.append("team", "vision");
    job.tags.append("team vision", "");
    job.tags.append("draft", "true");
    job.tags.append("mlflow.user", "ada");
    EXPECT_EQ(tagsCell(job).tags,
        (QStringList{
            QStringLiteral("team: vision"), QStringLiteral("team vision"), QStringLiteral("draft")}));
}
