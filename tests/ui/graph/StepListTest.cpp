#include "ui/graph/StepList.h"

#include <gtest/gtest.h>

#include <QtCore/qnamespace.h>

using atelier::ui::stepAfterKey;

TEST(StepList, KeysLeadToTheStepBeforeAndAfter)
{
    EXPECT_EQ(stepAfterKey(Qt::Key_Down, 2, 5), 3);
    EXPECT_EQ(stepAfterKey(Qt::Key_Tab, 2, 5), 3);
    EXPECT_EQ(stepAfterKey(Qt::Key_Left, 2, 5), 1);
    EXPECT_EQ(stepAfterKey(Qt::Key_Home, 2, 5), 0);
    EXPECT_EQ(stepAfterKey(Qt::Key_End, 2, 5), 4);
    EXPECT_EQ(stepAfterKey(Qt::Key_A, 2, 5), -1);
}

TEST(StepList, TheWalkEndsAtTheEnds)
{
    EXPECT_EQ(stepAfterKey(Qt::Key_Down, 4, 5), -1);
    EXPECT_EQ(stepAfterKey(Qt::Key_Up, 0, 5), -1);
}

TEST(StepList, AWalkWithoutASelectionBeginsAtTheNearEnd)
{
    EXPECT_EQ(stepAfterKey(Qt::Key_Right, -1, 5), 0);
    EXPECT_EQ(stepAfterKey(Qt::Key_Backtab, -1, 5), 4);
}

TEST(StepList, NothingHasNoSteps)
{
    for (const int key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End})
        EXPECT_EQ(stepAfterKey(key, -1, 0), -1);
}
