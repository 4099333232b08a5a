#include "core/series/Growing.h"

#include <gtest/gtest.h>

#include <thread>

using atelier::series::Growing;

namespace {

Growing<int> upTo(int size)
{
    Growing<int> numbers;
    for (int i = 0; i < size; ++i)
        numbers.append(i);
    return numbers;
}

long long sum(const Growing<int> &numbers)
{
    long long total = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        total += numbers[i];
    return total;
}

} // namespace

TEST(Growing, GivesBackWhatWasAppended)
{
    const Growing<int> numbers = upTo(5000);
    ASSERT_EQ(numbers.size(), 5000U);
    for (int i = 0; i < 5000; ++i)
        ASSERT_EQ(numbers[static_cast<std::size_t>(i)], i);
    EXPECT_EQ(numbers.back(), 4999);
}

TEST(Growing, ACopyKeepsItsItemsWhileTheOriginalGrows)
{
    Growing<int> numbers = upTo(1500);
    const Growing<int> before = numbers;
    for (int i = 0; i < 3000; ++i)
        numbers.append(-1);
    EXPECT_EQ(before.size(), 1500U);
    EXPECT_EQ(sum(before), 1499LL * 1500 / 2);
}

TEST(Growing, TwoCopiesThatBothGrowDoNotMeet)
{
    for (const int common : {0, 7, 1023, 1024, 1025}) {
        Growing<int> one = upTo(common);
        Growing<int> other = one;
        one.append(111);
        other.append(222);
        one.append(112);
        EXPECT_EQ(one[static_cast<std::size_t>(common)], 111);
        EXPECT_EQ(one.back(), 112);
        EXPECT_EQ(other.back(), 222);
    }
}

TEST(Growing, WhatIsCutOffStaysInEarlierCopies)
{
    for (const std::size_t kept : {0U, 100U, 1024U, 2047U}) {
        Growing<int> numbers = upTo(3000);
        const Growing<int> before = numbers;
        numbers.truncate(kept);
        for (int i = 0; i < 3000; ++i)
            numbers.append(-5);
        EXPECT_EQ(sum(before), 2999LL * 3000 / 2);
        EXPECT_EQ(numbers[kept], -5);
        EXPECT_EQ(numbers.size(), kept + 3000);
    }
}

TEST(Growing, ASnapshotIsReadWhileTheOriginalGrowsOnAnotherThread)
{
    Growing<int> numbers = upTo(1500);
    const Growing<int> snapshot = numbers;
    std::thread reader([&snapshot] {
        for (int round = 0; round < 200; ++round)
            ASSERT_EQ(sum(snapshot), 1499LL * 1500 / 2);
    });
    for (int i = 0; i < 200'000; ++i)
        numbers.append(i);
    reader.join();
}
