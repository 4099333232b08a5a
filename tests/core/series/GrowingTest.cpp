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

TEST(Growing, CopiesThatGrowInTurnsKeepWhatIsTheirs)
{
    std::vector<Growing<int>> copies(1);
    std::vector<std::vector<int>> expected(1);
    for (int i = 0; i < 60; ++i) {
        const auto from = static_cast<std::size_t>(i * 7 % static_cast<int>(copies.size()));
        copies.push_back(copies[from]);
        expected.push_back(expected[from]);
        for (const std::size_t grown : {from, copies.size() - 1}) {
            const std::vector<int> more(
                static_cast<std::size_t>(100 + i * 61 % 1500), i * 1000 + static_cast<int>(grown));
            copies[grown].append(more);
            expected[grown].insert(expected[grown].end(), more.begin(), more.end());
        }
    }
    for (std::size_t i = 0; i < copies.size(); ++i) {
        std::vector<int> items;
        for (std::size_t at = 0; at < copies[i].size(); at += copies[i].piece(at).size())
            items.insert(items.end(), copies[i].piece(at).begin(), copies[i].piece(at).end());
        ASSERT_EQ(items, expected[i]) << i;
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
