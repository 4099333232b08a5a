#pragma once

#include "tests/ui/studio/StudioTest.h"
#include "ui/jobs/FilterProposals.h"
#include "ui/jobs/FilterToken.h"
#include "ui/jobs/JobListTab.h"
#include "ui/widgets/table/DataTable.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>

#include <set>
#include <string>

namespace atelier::ui::test {

/// The list of jobs with many jobs in it, which scripts opened through MLflow's calls.
class JobListTest : public StudioTest
{
protected:
    DataTable &table() { return *m_window->findChild<JobListTab *>()->findChild<DataTable *>(); }
    Json call(const std::string &path, const Json &body)
    {
        Json answer;
        bool isThere = false;
        QObject receiver;
        m_window->connection().client().post(path, body, &receiver, [&](const Reply &reply) {
            isThere = true;
            answer = reply.json;
            EXPECT_TRUE(reply.isSuccess());
        });
        EXPECT_TRUE(waitUntil([&] { return isThere; }));
        return answer;
    }
    std::string experiment(const std::string &name)
    {
        return textAt(call("/api/2.0/mlflow/experiments/create", {{"name", name}}), "experiment_id");
    }
    std::string open(const std::string &experiment, const std::string &name, const Json &tags = Json::array())
    {
        const Json run = call("/api/2.0/mlflow/runs/create",
            {{"experiment_id", experiment}, {"run_name", name}, {"tags", tags}});
        return textAt(run["run"]["info"], "run_id");
    }
    void openMany(const std::string &experiment, int count)
    {
        int answers = 0;
        QObject receiver;
        for (int i = 0; i < count; ++i)
            m_window->connection().client().post("/api/2.0/mlflow/runs/create",
                {{"experiment_id", experiment}, {"run_name", "trial " + std::to_string(i)}}, &receiver,
                [&](const Reply &) { ++answers; });
        ASSERT_TRUE(waitUntil([&] { return answers == count; }));
    }
    void showOneList()
    {
        go({PageKind::Jobs});
        for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->text() == QStringLiteral("One list"))
                button->click();
    }
    /// A list of one job that has ended, with the focus on it.
    void listOnlyOne()
    {
        submit("only", "true");
        ASSERT_TRUE(waitForStatus("only", JobStatus::Completed));
        showOneList();
        ASSERT_TRUE(waitUntil([this] { return table().model()->rowCount() == 1; }));
        table().setFocus();
        table().setCurrentIndex(table().model()->index(0, 0));
    }
    std::set<std::string> titles()
    {
        std::set<std::string> names;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            if (!table().tableModel()->isGroup(row))
                names.insert(table()
                                 .model()
                                 ->index(row, 0)
                                 .data()
                                 .toString()
                                 .section(QStringLiteral(", "), 0, 0)
                                 .toStdString());
        return names;
    }
    /// 450 jobs of one experiment, all of them read.
    std::string readMany()
    {
        const std::string wine = experiment("wine");
        openMany(wine, 450);
        showOneList();
        EXPECT_TRUE(waitUntil([&] {
            if (rows() >= 200)
                scrollToEnd();
            return rows() == 450;
        }));
        return wine;
    }
    /// Null where none is visible.
    template<typename Widget>
    Widget *shown(const QString &name)
    {
        for (Widget *widget : m_window->findChildren<Widget *>(name))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    const JobTableModel &model() { return static_cast<const JobTableModel &>(*table().tableModel()); }
    int rows() { return table().model()->rowCount(); }
    void scrollToEnd() { table().verticalScrollBar()->setValue(table().verticalScrollBar()->maximum()); }
    QLineEdit &field() { return *need<QLineEdit>(QStringLiteral("jobFilter")); }
    QStringList tokens()
    {
        QStringList texts;
        for (const FilterToken *token : m_window->findChildren<FilterToken *>())
            if (token->isVisible())
                texts << token->text();
        return texts;
    }
    FilterProposals *proposals()
    {
        auto *popup = m_window->findChild<FilterProposals *>();
        return popup != nullptr && popup->isVisible() ? popup : nullptr;
    }
    QStringList proposed()
    {
        QStringList texts;
        const auto *list = proposals() == nullptr ? nullptr : proposals()->findChild<QListView *>();
        for (int row = 0; list != nullptr && row < list->model()->rowCount(); ++row)
            texts << list->model()->index(row, 0).data().toString();
        return texts;
    }
};

} // namespace atelier::ui::test
