#pragma once

#include "core/domain/JobDetail.h"
#include "ui/widgets/Card.h"

namespace atelier::ui {

class ElidedLabel;
class IconButton;
class Pill;
class Tag;

/// The head of a job's column in a comparison, with the colour that the job has there.
class CompareHead : public Card
{
    Q_OBJECT

public:
    /// `number`: of the job among those that are compared.
    explicit CompareHead(int number, QWidget *parent = nullptr);

    struct Place
    {
        bool isBaseline = false;
        bool mayLeave = true;
    };
    /// `name` tells it from the other ones.
    void showJob(const JobSummary &job, const QString &name, Place place);

Q_SIGNALS:
    void baselineRequested();
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const int m_number;
    ElidedLabel *m_title;
    Tag *m_baseline;
    Pill *m_state;
    ElidedLabel *m_facts;
    IconButton *m_makeBaseline;
    IconButton *m_leave;
};

} // namespace atelier::ui
