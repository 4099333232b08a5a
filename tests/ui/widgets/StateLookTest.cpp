#include "ui/theme/Icon.h"
#include "ui/widgets/Pill.h"

#include <gtest/gtest.h>

#include <QAccessible>

#include <set>

using namespace atelier::ui;
using atelier::JobStatus;

namespace {

constexpr std::array statuses{JobStatus::NotStarted, JobStatus::Queued, JobStatus::Starting,
    JobStatus::Running, JobStatus::CancelRequested, JobStatus::Completed, JobStatus::Failed,
    JobStatus::Canceled, JobStatus::Skipped};

} // namespace

TEST(StateLook, EveryStateHasWordsOfItsOwnAndASign)
{
    std::set<QString> words;
    for (const JobStatus status : statuses) {
        const StateLook look = stateLook(status);
        EXPECT_FALSE(look.text.isEmpty());
        EXPECT_TRUE(words.insert(look.text).second) << look.text.toStdString();
        EXPECT_EQ(look.mark == Mark::Icon, hasIcon(look.icon)) << look.text.toStdString();
    }
    EXPECT_TRUE(words.insert(reusedLook().text).second);
    EXPECT_TRUE(hasIcon(reusedLook().icon));
}

TEST(StateLook, WhatWorksTurnsAndWhatFailedIsRed)
{
    EXPECT_EQ(stateLook(JobStatus::Running).mark, Mark::Spinner);
    EXPECT_EQ(stateLook(JobStatus::Running).tone, Tone::Accent);
    EXPECT_EQ(stateLook(JobStatus::Starting).tone, Tone::Info);
    EXPECT_EQ(stateLook(JobStatus::Completed).tone, Tone::Success);
    EXPECT_EQ(stateLook(JobStatus::Failed).tone, Tone::Danger);
    EXPECT_EQ(stateLook(JobStatus::Canceled).tone, Tone::Neutral);
}

TEST(StateLook, EveryToneHasAnIcon)
{
    for (const Tone tone :
        {Tone::Success, Tone::Accent, Tone::Info, Tone::Neutral, Tone::Warning, Tone::Danger})
        EXPECT_TRUE(hasIcon(toneIcon(tone)));
}

TEST(Pill, SaysItsState)
{
    Pill pill(stateLook(JobStatus::Failed));
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&pill);
    EXPECT_EQ(face->role(), QAccessible::StaticText);
    EXPECT_EQ(face->text(QAccessible::Name), QStringLiteral("Failed"));
    EXPECT_EQ(pill.sizeHint().height(), 22);
}
