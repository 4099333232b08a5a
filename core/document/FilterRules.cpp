#include "core/document/FilterGrammar.h"

namespace atelier {

const FilterRules &runFilterRules()
{
    static const FilterRules rules{{
                                       {{"run_id"}, false, true},
                                       {{"run_name", "run name", "Run name", "Run Name"}},
                                       {{"status"}},
                                       {{"artifact_uri"}},
                                       {{"user_id"}},
                                       {{"lifecycle_stage"}},
                                       {{"experiment_id"}},
                                       {{"start_time", "created", "Created"}, true},
                                       {{"end_time"}, true},
                                   },
        {FilterEntity::Metric, FilterEntity::Parameter, FilterEntity::Tag, FilterEntity::Dataset}};
    return rules;
}

const FilterRules &experimentFilterRules()
{
    static const FilterRules rules{{
                                       {{"name"}},
                                       {{"experiment_id"}},
                                       {{"creation_time"}, true},
                                       {{"last_update_time"}, true},
                                   },
        {FilterEntity::Tag}};
    return rules;
}

const FilterRules &jobFilterRules()
{
    static const FilterRules rules{{
                                       {{"name", "run_id"}, false, true},
                                       {{"display_name", "run_name"}, false, true},
                                       {{"type"}, false, true},
                                       {{"status"}, false, true},
                                       {{"experiment", "experiment_name"}, false, true},
                                       {{"user", "user_id"}, false, true},
                                       {{"compute"}, false, true},
                                       {{"step"}, false, true},
                                       {{"parent"}, false, true},
                                       {{"created", "creation_time"}, true},
                                       {{"started", "start_time"}, true},
                                       {{"ended", "end_time"}, true},
                                   },
        {FilterEntity::Metric, FilterEntity::Parameter, FilterEntity::Tag}};
    return rules;
}

} // namespace atelier
